// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Faro.Programme;
using Faro.Programme.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Faro.Cli;

/// <summary>Where the data is: the options that every verb on a database shares.</summary>
internal sealed class DataOptions
{
    private readonly Option<string> _data = new("--data")
    {
        Description = Words.Get("Data.Folder"),
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("FARO_DATA") ?? "faro-data",
    };

    private readonly Option<string?> _postgres = new("--postgres")
    {
        Description = Words.Get("Data.Postgres"),
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("FARO_POSTGRES"),
    };

    public void AddTo(Command verb)
    {
        verb.Options.Add(_data);
        verb.Options.Add(_postgres);
    }

    public FaroOptions Read(ParseResult parsed) =>
        new()
        {
            DataFolder = Path.GetFullPath(parsed.GetValue(_data)!),
            PostgresConnection = parsed.GetValue(_postgres),
            KeyFolder = Environment.GetEnvironmentVariable("FARO_KEYS"),
        };

    /// <summary>The programme without a server; its log goes nowhere, its messages to standard error.</summary>
    public ServiceProvider Services(ParseResult parsed)
    {
        var options = Read(parsed);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection();
        using var log = LoggerFactory.Create(_ => { });
        services.AddFaroProgramme(options, ServeVerb.Engine(options, log));
        return services.BuildServiceProvider();
    }

    /// <summary>For verbs that must not make a database where a folder was misspelt.</summary>
    /// <exception cref="StartRefusedException">There is none.</exception>
    public static void MustExist(FaroOptions options)
    {
        if (options.PostgresConnection is null && !File.Exists(options.DatabaseFile))
        {
            throw new StartRefusedException(StartRefusals.NotADatabase, options.DatabaseFile);
        }
    }

    /// <summary>Runs a verb and says in words why it could not; then the exit code is 1.</summary>
    public static async Task<int> SayAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (StartRefusedException failure)
        {
            return Words.Refuse(Console.Error, [new Refusal(failure.Code, "", failure.Values)]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }
}
