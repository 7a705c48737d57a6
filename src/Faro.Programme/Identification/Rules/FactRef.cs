// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Identification.Rules;

/// <summary>What a rule asks of the facts: a kind and a code, as in <c>control-means:debt-bondage</c>.</summary>
public readonly record struct FactRef(string Kind, string Code)
{
    private const string Any = "*";

    /// <summary>Not a recorded fact but what follows from all that is known of her age: shown or presumed minority.</summary>
    public static readonly FactRef Minor = new("age", "minor");

    /// <summary>
    /// Alternatives separated by spaces, each of facts that must hold together, joined by a plus. A star stands for every
    /// code of the kind.
    /// </summary>
    internal static IReadOnlyList<IReadOnlyList<FactRef>> Alternatives(string text) =>
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(alternative =>
                    alternative.EndsWith(":" + Any, StringComparison.Ordinal)
                        ? All(alternative[..^2]).Select(each => (FactRef[])[each])
                        : [alternative.Split('+').Select(One).ToArray()]
                ),
        ];

    private static IEnumerable<FactRef> All(string kind) =>
        FactKinds.Get(kind).Codes.Entries.Select(entry => new FactRef(kind, entry.Code));

    /// <exception cref="InvalidDataException">The rules name a fact that nobody can record.</exception>
    private static FactRef One(string text)
    {
        var parts = text.Split(':');
        var found = new FactRef(parts[0], parts[1]);
        return found == Minor || FactKinds.Find(found.Kind)?.Accepts(found.Code) == true
            ? found
            : throw new InvalidDataException($"The rules ask for {text}, which is no fact.");
    }
}
