// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Exchange.Tables;

/// <summary>A file cannot be read on from here. Whoever reads it catches it and tells the problem.</summary>
public sealed class DamagedFileException(FileProblem problem) : Exception(problem.Code)
{
    public FileProblem Problem { get; } = problem;
}
