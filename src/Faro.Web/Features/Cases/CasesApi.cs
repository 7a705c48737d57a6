// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Cases;
using Faro.Web.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Faro.Web.Features.Cases;

/// <summary>Cases through the API: exactly what the screens show to the same account.</summary>
internal static class CasesApi
{
    public static void MapCases(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("cases");
        cases.MapItemOperation<ReadCase, CaseReading>("read").NeverStored();
        cases.MapItemOperation<ReadAccess, CaseAccess>("read-access").NeverStored();
        cases.MapOperation<RegisterLead, RegisterLeadInput, Guid>("register-lead");
        cases.MapOperation<OpenCase, OpenCaseInput, Guid>("open");
        cases.MapOperation<BreakGlass, BreakGlassInput, Guid>("break-glass");
        cases.MapOperation<EndAccess, EndAccessBody, Guid, Done>(
            "end-access",
            body => body.AccessId
        );
        cases.MapOperation<NameColleagues, NameColleaguesInput, Done>("name-colleagues");
        cases.MapItemOperation<MoveCase, MoveBody, MoveCaseInput, Done>(
            "move",
            (id, body) => new(id, body.Version, body.To)
        );
        cases.MapItemOperation<CloseCase, CloseBody, CloseCaseInput, Done>(
            "close",
            (id, body) => new(id, body.Version, body.Reason)
        );
        cases.MapItemOperation<ReopenCase, VersionBody, ReopenCaseInput, Done>(
            "reopen",
            (id, body) => new(id, body.Version)
        );
        cases.MapItemOperation<ChangeTeam, TeamBody, ChangeTeamInput, Done>(
            "change-team",
            (id, body) => new(id, body.Version, body.OwnerId, body.Members, body.Restricted)
        );
    }

    internal sealed record MoveBody(int Version, string To);

    internal sealed record CloseBody(int Version, string Reason);

    internal sealed record VersionBody(int Version);

    internal sealed record EndAccessBody(Guid AccessId);

    internal sealed record TeamBody(
        int Version,
        Guid OwnerId,
        IReadOnlyList<Guid> Members,
        bool Restricted
    );
}
