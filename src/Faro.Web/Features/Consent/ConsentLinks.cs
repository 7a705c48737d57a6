// SPDX-License-Identifier: Apache-2.0
using Faro.Web.Features.Cases;

namespace Faro.Web.Features.Consent;

/// <summary>Every address of the Consent area. Ids only.</summary>
public static class ConsentLinks
{
    public const string Ending = "/consentimientos";
    public const string Texts = "/textos-de-consentimiento";
    public const string NewText = Texts + "/nuevo";

    public static string Ledger(Guid file) => CasesLinks.Case(file) + Ending;

    public static string Give(Guid file) => $"{Ledger(file)}/nuevo";

    public static string Exception(Guid file) => $"{Ledger(file)}/excepcion";

    public static string Withdraw(Guid file, Guid consent) => $"{Ledger(file)}/{consent}/retirar";

    public static string Share(Guid file, Guid consent) => $"{Ledger(file)}/{consent}/compartir";

    /// <summary>Without texts it asks which.</summary>
    public static string Sheet(Guid file, IEnumerable<Guid> texts)
    {
        var query = string.Join('&', texts.Select(text => $"texto={text}"));
        return $"{Ledger(file)}/hoja{(query.Length > 0 ? "?" : "")}{query}";
    }

    public static string Signature(Guid file, Guid occasion) => $"{Ledger(file)}/firma/{occasion}";

    public static string OneText(Guid text) => $"{Texts}/{text}";

    public static string Translate(Guid text) => $"{NewText}?de={text}";
}
