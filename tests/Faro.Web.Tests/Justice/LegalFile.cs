// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Tests.Support;
using Faro.Web.Tests.Casework;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Tests.Justice;

/// <summary>A case of a caseworker who works in its legal part too.</summary>
internal static class LegalFile
{
    public static async Task<CaseFile> OpenAsync(DatabaseKind kind)
    {
        var file = await CaseFile.OpenAsync(kind);
        var me = file.Host.ActorOf(Role.Caseworker).UserId;
        await file.Host.WriteAsync(async act =>
        {
            var user = await act.Db.Users.SingleAsync(each => each.Id == me);
            user.Compartments = [Compartments.Social, Compartments.Legal];
        });
        return file;
    }
}
