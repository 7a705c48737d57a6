// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Demo;

/// <summary>How many people a demonstration can have.</summary>
public static class DemoSize
{
    /// <summary>As many as the programme of the story had identified or assisted.</summary>
    public const int Usual = 178;
    public const int Most = 1_000_000;

    /// <summary>Above this only so many, evenly spread, have an identity: it is nine tenths of a person's bytes.</summary>
    public const int Named = 100_000;
}
