// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;

namespace Faro.Cli;

/// <summary>Every verb of <c>faro</c>, in the order that help shows them.</summary>
internal static class Verbs
{
    public static IEnumerable<Command> All() =>
        [
            DemoVerb.Create(),
            ServeVerb.Create(),
            EstimateVerb.Create(),
            LinkVerb.Create(),
            ReleaseVerb.Create(),
            ProtectVerb.Create(),
            AuditVerb.Create(),
            StudyVerb.Create(),
            ImportVerb.Create(),
            BackupVerb.Create(),
            RestoreVerb.Create(),
            VerifyVerb.Create(),
        ];
}
