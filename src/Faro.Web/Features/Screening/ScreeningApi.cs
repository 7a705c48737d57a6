// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Screening;
using Faro.Web.Doors;
using Faro.Web.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Faro.Web.Features.Screening;

/// <summary>Interviews and instruments through the API, for other programs and for the pages that work without a network.</summary>
internal static class ScreeningApi
{
    private const string WorkbookType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapScreenings(this RouteGroupBuilder api)
    {
        var screenings = api.MapGroup("/screenings").WithTags("screenings");
        screenings.MapGet("/", ListAsync).RequireDoor(Permissions.ViewCaseContent);
        screenings.MapOperation<StartInterview, StartInterviewInput, Guid>("start");
        screenings.MapOperation<ReadOutboxSecret, OutboxSecret>("outbox-secret").NeverStored();
        screenings.MapItemOperation<ReadInterview, InterviewReading>("read").NeverStored();
        screenings.MapItemOperation<SaveInterview, SaveBody, SaveInterviewInput, InterviewSaved>(
            "save",
            (id, body) =>
                new(
                    id,
                    body.Key,
                    body.BaseVersion,
                    body.After ?? [],
                    body.Answers,
                    body.Declined ?? [],
                    body.State
                )
        );
        screenings.MapItemOperation<AmendInterview, AmendBody, AmendInterviewInput, Done>(
            "amend",
            (id, body) => new(id, body.Version, body.Answers, body.Declined ?? [], body.Reason)
        );
        screenings.MapItemOperation<ChooseAnswers, ChooseBody, ChooseAnswersInput, Done>(
            "choose",
            (id, body) => new(id, body.SaveId, body.Version, body.FromOther)
        );
        var instruments = api.MapGroup("/instruments").WithTags("instruments");
        instruments.MapGet("/", OfferedAsync).RequireDoor(Permissions.ViewCases);
        instruments
            .MapGet("/{code}/{version}/xform", XFormAsync)
            .RequireDoor(Permissions.ViewCases);
        instruments
            .MapGet("/{code}/{version}/xlsform", WorkbookAsync)
            .RequireDoor(Permissions.ManageSettings);
    }

    private static async Task<Ok<ApiPage<InterviewRow>>> ListAsync(
        FaroDb db,
        CurrentActor current,
        int? take,
        Guid? after,
        Guid? @case,
        CancellationToken cancellation
    )
    {
        var seen = db.Interviews.VisibleTo(current.Actor, db);
        if (@case is { } file)
        {
            seen = seen.Where(row => row.CaseId == file);
        }

        if (after is { } last)
        {
            seen = seen.Where(row => row.Id < last);
        }

        return await seen.OrderByDescending(row => row.Id)
            .Rows(db)
            .ToPageAsync(take, row => row.Id, cancellation);
    }

    private static async Task<Ok<IEnumerable<InstrumentRow>>> OfferedAsync(
        FaroDb db,
        CancellationToken cancellation
    ) =>
        TypedResults.Ok(
            (await db.OfferedInstrumentsAsync(cancellation)).Select(each => new InstrumentRow(
                each.Code,
                each.Version,
                each.Form.Title.In(System.Globalization.CultureInfo.CurrentUICulture),
                each.Form.Questions.Count()
            ))
        );

    private static async Task<IResult> XFormAsync(
        FaroDb db,
        string code,
        string version,
        CancellationToken cancellation
    ) =>
        await db.InstrumentAsync(code, version, cancellation) is { } found
            ? Results.Text(found.XForm(), "application/xml", Encoding.UTF8)
            : Results.NotFound();

    private static async Task<IResult> WorkbookAsync(
        FaroDb db,
        string code,
        string version,
        CancellationToken cancellation
    ) =>
        await db.InstrumentAsync(code, version, cancellation) is { } found
            ? Results.File(
                found.Sheets.ToWorkbook(),
                WorkbookType,
                $"{found.Code}-{found.Version}.xlsx"
            )
            : Results.NotFound();

    internal sealed record SaveBody(
        Guid Key,
        int BaseVersion,
        IReadOnlyDictionary<string, string> Answers,
        string State,
        IReadOnlyList<Guid>? After,
        IReadOnlyList<string>? Declined
    );

    internal sealed record AmendBody(
        int Version,
        IReadOnlyDictionary<string, string> Answers,
        string Reason,
        IReadOnlyList<string>? Declined
    );

    internal sealed record ChooseBody(Guid SaveId, int Version, IReadOnlyList<string> FromOther);

    internal sealed record InstrumentRow(string Code, string Version, string Title, int Questions);
}
