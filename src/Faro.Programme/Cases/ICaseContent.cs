// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Cases;

/// <summary>A row of a case file: whoever sees the case and works in its compartment sees it, and nobody else.</summary>
public interface ICaseContent
{
    Guid CaseId { get; }

    /// <summary>A code of the list <c>compartments</c>.</summary>
    string Compartment { get; }
}

/// <summary>One that is changed by its version, so that nobody overwrites what they did not see.</summary>
public interface ICaseRow : ICaseContent
{
    Guid Id { get; }

    int Version { get; set; }
}
