// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Storage;

/// <summary>Faro cannot start here, and has changed nothing. The code has words on the command line.</summary>
public sealed class StartRefusedException(string code, params IReadOnlyList<object> values)
    : Exception(code)
{
    /// <summary>A constant of <see cref="StartRefusals"/>.</summary>
    public string Code { get; } = code;

    /// <summary>Paths, versions and sizes for the words.</summary>
    public IReadOnlyList<object> Values { get; } = values;
}
