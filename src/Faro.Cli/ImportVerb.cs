// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;

namespace Faro.Cli;

/// <summary><c>faro import</c>: brings files into the programme as somebody who may, by the operations of the screens.</summary>
internal static class ImportVerb
{
    public static Command Create() =>
        new("import", Words.Get("Import.Description"))
        {
            ImportSeriesVerb.Create(),
            ImportSourceVerb.Create(),
        };
}
