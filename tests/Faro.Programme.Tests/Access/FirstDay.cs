// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Settings;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Tests.Access;

/// <summary>A programme after its first run, and its accounts.</summary>
internal static class FirstDay
{
    public const string Password = "cuatro nubes caminan despacio";

    public static FirstRunInput FirstRun { get; } =
        new(
            new ProfileAnswers("Programa", "mx", "14067", "Puerto Vallarta", "PVR"),
            "DIF Municipal",
            "DIF",
            "public-municipal",
            "local-government",
            "Ada Invento",
            "ada",
            new Secret(Password),
            "es"
        );

    public static async Task<(TestProgramme Programme, Begun Begun)> BeginAsync(DatabaseKind kind)
    {
        var programme = await TestProgramme.StartAsync(kind);
        return (
            programme,
            await programme.DoneAsync(programme.Get<FirstRun>(), Actor.System, FirstRun)
        );
    }

    public static async Task<Actor> ActorOfAsync(this TestProgramme programme, Guid userId) =>
        (await programme.UserAsync(userId)).Acting(null);

    public static Task<User> UserAsync(this TestProgramme programme, Guid userId) =>
        programme.ReadAsync(db => db.Users.SingleAsync(user => user.Id == userId));
}
