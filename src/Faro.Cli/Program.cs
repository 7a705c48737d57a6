// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Faro.Cli;

// One verb, one file. Wrong usage ends with 2 (the command-line contract).
var root = new RootCommand(Words.Get("Root.Description"));
foreach (var verb in Verbs.All())
{
    root.Subcommands.Add(verb);
}

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
    }

    await Console.Error.WriteLineAsync(Words.Get("Root.SeeHelp")).ConfigureAwait(false);
    return 2;
}

return await parsed.InvokeAsync().ConfigureAwait(false);
