// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme;

/// <summary>What an operation or a door asks of the one who comes; the codes stand in <see cref="Access.Permissions"/>.</summary>
/// <param name="Code">Area and verb, as in <c>people.register</c>.</param>
public sealed record Permission(string Code)
{
    public override string ToString() => Code;
}
