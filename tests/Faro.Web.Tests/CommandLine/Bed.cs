// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Faro.Cli;
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Studies;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Web.Tests.CommandLine;

/// <summary>Data on a disk, an account with an API token, and a shell.</summary>
internal sealed class Bed : IAsyncDisposable
{
    private readonly TestProgramme _programme;
    private readonly Secret _token = new(ApiToken.Prefix + "bed");
    private readonly Role _role;
    private int _files;

    private Bed(TestProgramme programme, Role role) => (_programme, _role) = (programme, role);

    public string Folder => _programme.Database.Folder;

    public Guid UserId => _programme.As(_role).UserId!.Value;

    public static async Task<Bed> StartAsync(DatabaseKind kind, Role? role = null)
    {
        var bed = new Bed(await TestProgramme.StartAsync(kind), role ?? Role.Analyst);
        await bed._programme.WriteAsync(act =>
        {
            act.Db.Users.Add(
                new User
                {
                    Id = bed.UserId,
                    UserName = "ana",
                    NormalizedUserName = User.Fold("ana"),
                    DisplayName = "Ana",
                    AgencyId = bed._programme.AgencyId,
                    RoleCodes = [bed._role.Code],
                }
            );
            act.Db.ApiTokens.Add(
                new ApiToken
                {
                    Id = act.NewId(),
                    UserId = bed.UserId,
                    Name = "shell",
                    Hash = ApiToken.HashOf(bed._token),
                    ExpiresAt = DateTimeOffset.MaxValue.AddYears(-1000),
                }
            );
            return Task.CompletedTask;
        });
        return bed;
    }

    public Task<T> ReadAsync<T>(Func<FaroDb, Task<T>> read) => _programme.ReadAsync(read);

    public Task<Guid> StudyAsync() =>
        _programme.DoneAsync(
            _programme.Get<CreateStudy>(),
            _programme.As(_role),
            new StudyFacts
            {
                TitleEs = "Diagnóstico",
                QuestionEs = "¿Cuántas personas no ha visto nadie?",
                Territory = "14067",
                TerritoryName = "Puerto Vallarta",
                PeriodFrom = new DateOnly(2020, 1, 1),
                PeriodTo = new DateOnly(2026, 12, 31),
            }
        );

    /// <returns>The path of a new file.</returns>
    public string File(string text)
    {
        var number = (++_files).ToString(CultureInfo.InvariantCulture);
        var path = Path.Combine(Folder, $"file-{number}.csv");
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The variable belongs to the process: only the tests of one class, which run one after another, set it.</summary>
    public async Task<Said> RunAsync(
        string[] args,
        string user = "ana",
        string? token = null,
        string? data = null
    )
    {
        Environment.SetEnvironmentVariable(ImportOptions.TokenVariable, token ?? _token.Reveal());
        List<string> line = [.. args, "--user", user, "--data", data ?? Folder];
        if (_programme.Database.Options.PostgresConnection is { } postgres)
        {
            line.AddRange(["--postgres", postgres]);
        }

        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await ImportVerb
            .Create()
            .Parse(line)
            .InvokeAsync(
                new InvocationConfiguration { Output = output, Error = error },
                TestContext.Current.CancellationToken
            );
        return new Said(code, output.ToString(), error.ToString());
    }

    public ValueTask DisposeAsync() => _programme.DisposeAsync();
}

/// <summary>What a verb answered.</summary>
internal sealed record Said(int Code, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
