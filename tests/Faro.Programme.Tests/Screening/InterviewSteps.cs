// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Screening;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;

namespace Faro.Programme.Tests.Screening;

/// <summary>What tests of interviews begin with.</summary>
internal static class InterviewSteps
{
    /// <summary>Words that must be readable nowhere.</summary>
    public const string Secret = "me quitaron el pasaporte en la terminal";

    public static readonly InterviewFacts Facts = new(
        "quc",
        "in-person",
        "office",
        "programme",
        ["interpreter"],
        "Intérprete: Lucía"
    );

    /// <summary>A whole short screening.</summary>
    public static readonly IReadOnlyDictionary<string, string> Whole = Answers(
        ("safe_now", "yes"),
        ("danger_now", "no"),
        ("con_interview", "yes"),
        ("con_purpose", "yes"),
        ("con_data_use", "yes"),
        ("con_research", "no"),
        ("con_request_data", "yes"),
        ("con_retention", "yes"),
        ("con_withdrawal", "yes"),
        ("keeps_documents", "no"),
        ("field_notes", Secret)
    );

    public static Dictionary<string, string> Answers(params (string Name, string Value)[] given) =>
        given.ToDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal);

    public static async Task<(Guid Case, Guid Interview)> BeginInterviewAsync(
        this TestProgramme programme,
        string instrument = Shipped.Field
    )
    {
        var id = await programme.RegisterLeadAsync();
        return (
            id,
            await programme.DoneAsync(
                programme.Get<StartInterview>(),
                programme.Worker(),
                new StartInterviewInput(id, instrument, Facts)
            )
        );
    }

    public static SaveInterviewInput Save(
        Guid interview,
        int baseVersion,
        IReadOnlyDictionary<string, string> answers,
        string state = InterviewStates.Open,
        Guid? key = null
    ) => new(interview, key ?? Guid.NewGuid(), baseVersion, [], answers, [], state);

    public static Task<InterviewSaved> SavedAsync(
        this TestProgramme programme,
        SaveInterviewInput input
    ) => programme.DoneAsync(programme.Get<SaveInterview>(), programme.Worker(), input);

    public static Task<InterviewReading> ReadAsync(this TestProgramme programme, Guid interview) =>
        programme.DoneAsync(programme.Get<ReadInterview>(), programme.Worker(), interview);
}
