// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Approvals;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Casework.Flags;
using Faro.Programme.Casework.Plans;
using Faro.Programme.Documents;
using Faro.Programme.Identification;
using Faro.Programme.Justice;
using Faro.Programme.Regularisation;
using Faro.Web.Features.Approvals;
using Faro.Web.Features.Cases;
using Faro.Web.Features.Identification;
using Faro.Web.Features.Justice;
using Faro.Web.Features.Regularisation;

namespace Faro.Web.Features.Casework;

/// <summary>Every address of the Casework area: what is mine, and the pages of one case.</summary>
public static class CaseworkLinks
{
    public const string Mine = "/tareas";

    public static string Tasks(Guid id) => CasesLinks.Case(id) + "/tareas";

    public static string Task(Guid id, Guid task) => $"{Tasks(id)}/{task}";

    public static string Diary(Guid id, int skip = 0) =>
        CasesLinks.Case(id) + "/notas" + (skip > 0 ? $"?desde={skip}" : "");

    public static string Amend(Guid id, Guid entry) => $"{Diary(id)}/{entry}";

    public static string Contact(Guid id) => CasesLinks.Case(id) + "/contacto";

    public static string SafeContact(Guid id) => Contact(id) + "/reglas";

    public static string Flags(Guid id) => CasesLinks.Case(id) + "/avisos";

    public static string Risk(Guid id) => CasesLinks.Case(id) + "/riesgo";

    public static string Assess(Guid id, string instrument) => $"{Risk(id)}/{instrument}";

    public static string Safety(Guid id) => CasesLinks.Case(id) + "/seguridad";

    public static string WriteSafety(Guid id) => Safety(id) + "/escribir";

    public static string PrintSafety(Guid id) => Safety(id) + "/imprimir";

    public static string Plan(Guid id) => CasesLinks.Case(id) + "/plan";

    public static string WritePlan(Guid id) => Plan(id) + "/escribir";

    public static string ReviewPlan(Guid id) => Plan(id) + "/revision";

    public static string NewGoal(Guid id) => Plan(id) + "/meta";

    public static string Goal(Guid id, Guid goal) => $"{NewGoal(id)}/{goal}";

    public static string Services(Guid id) => CasesLinks.Case(id) + "/servicios";

    public static string Service(Guid id, Guid service) => $"{Services(id)}/{service}";

    /// <summary>The page on which something due is settled.</summary>
    /// <param name="id">The case.</param>
    /// <param name="kind">What is due.</param>
    public static string Due(Guid id, string kind) =>
        kind switch
        {
            CaseFlag.DueKind => Flags(id),
            Assessment.DueKind => Risk(id),
            SafetyPlan.DueKind => Safety(id),
            Document.DueKind => Documents.DocumentsLinks.List(id),
            SupportPlan.DueKind or PlanGoal.DueKind => Plan(id),
            Determination.ReviewDue or Determination.ReflectionDue =>
                IdentificationLinks.Determination(id),
            ProtectionMeasure.DueKind or Hearing.DueKind or Reparation.DueKind =>
                JusticeLinks.Track(id),
            MigrationSituation.ReleaseDue => RegularisationLinks.Migration(id),
            _ when kind.StartsWith(Stay.DueKind, StringComparison.Ordinal) =>
                RegularisationLinks.Migration(id),
            Approval.DueKind => ApprovalsLinks.List(id),
            _ => Tasks(id),
        };
}
