// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;

namespace Faro.Programme.Casework;

/// <summary>A row of daily work in a case, changed by its version so that nobody overwrites what they did not see.</summary>
internal interface ICaseRow : ICaseContent
{
    Guid Id { get; }

    int Version { get; set; }
}
