// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Access;

/// <summary>A password, code or token on its way through: prints as dots, so that no careless line shows it.</summary>
public readonly record struct Secret
{
    private readonly string? _plain;

    public Secret(string? plain) => _plain = plain;

    public bool IsEmpty => string.IsNullOrEmpty(_plain);

    /// <summary>The plain text, for the one who must compare, hash or show it once.</summary>
    public string Reveal() => _plain ?? "";

    public override string ToString() => "•••";
}
