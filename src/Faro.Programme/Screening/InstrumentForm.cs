// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Exchange.Tables;
using Faro.Programme.Exchange.XlsForms;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Screening;

/// <summary>An instrument that can be asked with: shipped with Faro, or brought by an administrator.</summary>
/// <param name="Sheets">As somebody wrote them.</param>
/// <param name="Form">As understood.</param>
/// <param name="State">A code of <see cref="InstrumentStates"/>.</param>
/// <param name="Id">Null when it is shipped.</param>
public sealed record InstrumentForm(FormSheets Sheets, XlsForm Form, string State, Guid? Id)
{
    private const string Folder = "instruments/";

    private static readonly Lazy<IReadOnlyList<InstrumentForm>> All = new(ReadShipped);

    public string Code => Form.Code;

    public string Version => Form.Version;

    /// <summary>Every version that Faro ships, the newest of each code first.</summary>
    public static IReadOnlyList<InstrumentForm> Shipped => All.Value;

    /// <summary>As ODK's engine runs it.</summary>
    public string XForm() => XFormWriter.Write(Form);

    public static InstrumentForm Of(Instrument row)
    {
        var sheets = FormSheets.FromJson(row.Sheets);
        var (form, problems) = XlsFormReader.Read(sheets, row.Code);
        return new InstrumentForm(
            sheets,
            form
                ?? throw new InvalidOperationException(
                    $"Bug in Faro: the stored instrument {row.Id} has {problems.Count} problems"
                ),
            row.State,
            row.Id
        );
    }

    private static IReadOnlyList<InstrumentForm> ReadShipped()
    {
        var assembly = typeof(InstrumentForm).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Select(name => name[..name.LastIndexOf('/')])
                .Distinct(StringComparer.Ordinal)
                .Select(folder =>
                {
                    FormSheet Sheet(string name)
                    {
                        using var stream = assembly.GetManifestResourceStream(
                            $"{folder}/{name}.csv"
                        )!;
                        return FormSheets.Read(TableFile.Open(stream), CancellationToken.None);
                    }

                    var sheets = new FormSheets(
                        Sheet(FormSheets.SurveyName) with
                        {
                            Sheet = 1,
                        },
                        Sheet(FormSheets.ChoicesName) with
                        {
                            Sheet = 2,
                        },
                        Sheet(FormSheets.SettingsName) with
                        {
                            Sheet = 3,
                        }
                    );
                    var (form, problems) = XlsFormReader.Read(sheets);
                    return new InstrumentForm(
                        sheets,
                        form
                            ?? throw new InvalidOperationException(
                                $"Bug in Faro: {folder}: {string.Join("; ", problems)}"
                            ),
                        InstrumentStates.InUse,
                        null
                    );
                })
                .OrderBy(each => each.Code, StringComparer.Ordinal)
                .ThenByDescending(each => each.Version, StringComparer.Ordinal),
        ];
    }
}

/// <summary>Finding instruments among those shipped and those brought.</summary>
public static class InstrumentQueries
{
    /// <summary>One version, whatever its state: an interview is always read with its own.</summary>
    public static async Task<InstrumentForm?> InstrumentAsync(
        this FaroDb db,
        string code,
        string version,
        CancellationToken cancellation
    ) =>
        InstrumentForm.Shipped.FirstOrDefault(each => each.Code == code && each.Version == version)
        ?? (
            await db.Instruments.FirstOrDefaultAsync(
                row => row.Code == code && row.Version == version,
                cancellation
            )
                is { } row
                ? InstrumentForm.Of(row)
                : null
        );

    /// <summary>What a new interview may be taken with: of each code the latest in use, an own one before a shipped one.</summary>
    public static async Task<IReadOnlyList<InstrumentForm>> OfferedInstrumentsAsync(
        this FaroDb db,
        CancellationToken cancellation
    )
    {
        var own = await db
            .Instruments.Where(row => row.State == InstrumentStates.InUse)
            .OrderByDescending(row => row.PublishedAt)
            .ToListAsync(cancellation);
        return
        [
            .. own.Select(InstrumentForm.Of)
                .Concat(InstrumentForm.Shipped)
                .DistinctBy(each => each.Code, StringComparer.Ordinal)
                // The short ones first.
                .OrderBy(each => each.Form.Questions.Count())
                .ThenBy(each => each.Code, StringComparer.Ordinal),
        ];
    }
}
