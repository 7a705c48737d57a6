// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Screening;

/// <summary>How an interview was held.</summary>
/// <param name="Language">A code of the list <c>languages</c>: in which she was spoken to.</param>
/// <param name="Channel">A code of the list <c>interview-channels</c>.</param>
/// <param name="Place">A code of the list <c>interview-places</c>: the kind, never an address.</param>
/// <param name="Interpreter">A code of the list <c>interpreter-kinds</c>.</param>
/// <param name="Company">Codes of the list <c>interview-company</c>: who else was present.</param>
/// <param name="Who">Who interpreted and who was there, in words; sealed.</param>
public sealed record InterviewFacts(
    string Language,
    string Channel,
    string Place,
    string Interpreter,
    IReadOnlyList<string> Company,
    string Who = ""
)
{
    public const string LanguageList = "languages";
    public const string ChannelList = "interview-channels";
    public const string PlaceList = "interview-places";
    public const string InterpreterList = "interpreter-kinds";
    public const string CompanyList = "interview-company";
    private const string Nobody = "nobody";

    internal List<Refusal> Check(DateOnly today)
    {
        var refusals = new List<Refusal>();
        bool Knows(string list, string code) => CodeLists.Get(list).Accepts(code, today);
        refusals.Must(
            Knows(LanguageList, Language),
            ScreeningRefusals.LanguageUnknown,
            nameof(Language)
        );
        refusals.Must(
            Knows(ChannelList, Channel),
            ScreeningRefusals.ChannelUnknown,
            nameof(Channel)
        );
        refusals.Must(Knows(PlaceList, Place), ScreeningRefusals.PlaceUnknown, nameof(Place));
        refusals.Must(
            Knows(InterpreterList, Interpreter),
            ScreeningRefusals.InterpreterUnknown,
            nameof(Interpreter)
        );
        refusals.Must(
            Company.Count > 0 && Company.All(code => Knows(CompanyList, code)),
            ScreeningRefusals.CompanyUnknown,
            nameof(Company)
        );
        refusals.Must(
            Company.Count < 2 || !Company.Contains(Nobody, StringComparer.Ordinal),
            ScreeningRefusals.CompanyContradicts,
            nameof(Company)
        );
        refusals.Must(
            Who.Length <= Interview.WhoMaxLength,
            ScreeningRefusals.WhoTooLong,
            nameof(Who),
            Interview.WhoMaxLength
        );
        return refusals;
    }
}
