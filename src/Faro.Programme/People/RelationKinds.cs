// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;

namespace Faro.Programme.People;

/// <summary>The list <c>relation-kinds</c>, and what each kind is when seen from the other end.</summary>
public static class RelationKinds
{
    public const string List = "relation-kinds";

    /// <summary>For every code its opposite; a code that is its own opposite names itself.</summary>
    public static readonly FrozenDictionary<string, string> Opposites = new (string, string)[]
    {
        ("parent", "child"),
        ("child", "parent"),
        ("sibling", "sibling"),
        ("spouse", "spouse"),
        ("partner", "partner"),
        ("grandparent", "grandchild"),
        ("grandchild", "grandparent"),
        ("uncle-aunt", "nephew-niece"),
        ("nephew-niece", "uncle-aunt"),
        ("cousin", "cousin"),
        ("other-family", "other-family"),
        ("guardian", "ward"),
        ("ward", "guardian"),
        ("supports", "dependant"),
        ("dependant", "supports"),
        ("household", "household"),
        ("companion", "companion"),
    }.ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
}
