// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Screening;

/// <summary>
/// What was answered: a flat list of question and answer, the codes of its choices for a question that has them, and the
/// questions that she did not wish to answer. It shows no values when written to a log.
/// </summary>
public sealed record InterviewAnswers(
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<string> Declined
)
{
    public static readonly InterviewAnswers None = new(
        new Dictionary<string, string>(StringComparer.Ordinal),
        []
    );

    /// <summary>No values.</summary>
    public override string ToString() => "••• " + Values.Count;

    public string Of(string question) => Values.GetValueOrDefault(question, "");

    public bool IsDeclined(string question) => Declined.Contains(question, StringComparer.Ordinal);

    /// <summary>Whether both say the same of every question.</summary>
    public bool Says(InterviewAnswers other) =>
        Names(other)
            .All(name => Of(name) == other.Of(name) && IsDeclined(name) == other.IsDeclined(name));

    /// <summary>Every question that either says something of.</summary>
    public IEnumerable<string> Names(InterviewAnswers other) =>
        Values
            .Keys.Concat(Declined)
            .Concat(other.Values.Keys)
            .Concat(other.Declined)
            .Distinct(StringComparer.Ordinal);

    /// <summary>These answers, with those of another for the questions named.</summary>
    public InterviewAnswers Taking(InterviewAnswers other, IReadOnlySet<string> taken)
    {
        var values = Names(other)
            .Select(name => (name, value: taken.Contains(name) ? other.Of(name) : Of(name)))
            .Where(each => each.value.Length > 0)
            .ToDictionary(each => each.name, each => each.value, StringComparer.Ordinal);
        var declined = Names(other)
            .Where(name => taken.Contains(name) ? other.IsDeclined(name) : IsDeclined(name));
        return new(values, [.. declined]);
    }

    /// <summary>Where the answers of an interview are sealed.</summary>
    internal static string FieldOf(Interview interview) => $"interview:{interview.Id}";

    internal static string FieldOf(Guid save) => $"interview-save:{save}";

    internal static string WhoField(Guid interview) => $"interview-who:{interview}";

    internal static string ReasonField(Guid save) => $"interview-reason:{save}";
}
