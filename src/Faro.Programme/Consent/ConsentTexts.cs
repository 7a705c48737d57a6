// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Consent;

/// <summary>
/// Every text there is: those that come with Faro, and those that were added here. One that comes with Faro is written into
/// the database the first time somebody is shown it, and stays there as it was shown.
/// </summary>
public static class ConsentTexts
{
    private const string Folder = "consent/";
    private const string Ending = ".md";

    private static readonly Lazy<IReadOnlyList<ConsentText>> FromFaro = new(ReadAll);

    /// <summary>The texts that come with Faro.</summary>
    public static IReadOnlyList<ConsentText> Shipped => FromFaro.Value;

    /// <summary>All, by purpose, newest version first.</summary>
    public static async Task<IReadOnlyList<ConsentText>> AllAsync(
        FaroDb db,
        CancellationToken cancellation
    )
    {
        var kept = await db.ConsentTexts.AsNoTracking().ToListAsync(cancellation);
        var order = CodeLists.Get(ConsentPurposes.List);
        return
        [
            .. kept.Concat(Shipped)
                .DistinctBy(text => text.Id)
                .OrderBy(text => order.Find(text.Purpose)?.Order)
                .ThenByDescending(text => text.Version)
                .ThenBy(text => text.Language, StringComparer.Ordinal),
        ];
    }

    /// <summary>What is shown today: of each purpose and language the newest version.</summary>
    public static async Task<IReadOnlyList<ConsentText>> CurrentAsync(
        FaroDb db,
        CancellationToken cancellation
    ) => [.. (await AllAsync(db, cancellation)).DistinctBy(text => (text.Purpose, text.Language))];

    /// <returns>Null when there is none of this id.</returns>
    public static async Task<ConsentText?> FindAsync(
        FaroDb db,
        Guid id,
        CancellationToken cancellation
    ) =>
        await db
            .ConsentTexts.AsNoTracking()
            .FirstOrDefaultAsync(text => text.Id == id, cancellation)
        ?? Shipped.FirstOrDefault(text => text.Id == id);

    /// <summary>As <see cref="FindAsync"/>, and it stands in the database from now on.</summary>
    internal static async Task<ConsentText?> KeepAsync(
        Act act,
        Guid id,
        CancellationToken cancellation
    )
    {
        if (await act.Db.ConsentTexts.FindAsync([id], cancellation) is { } kept)
        {
            return kept;
        }

        var shipped = Shipped.FirstOrDefault(text => text.Id == id);
        if (shipped is null)
        {
            return null;
        }

        // A row of its own: what stands in memory is everybody's.
        var row = new ConsentText
        {
            Id = shipped.Id,
            Purpose = shipped.Purpose,
            Version = shipped.Version,
            Language = shipped.Language,
            Title = shipped.Title,
            Body = shipped.Body,
        };
        act.Db.ConsentTexts.Add(row);
        return row;
    }

    private static IReadOnlyList<ConsentText> ReadAll()
    {
        var assembly = typeof(ConsentTexts).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Select(name =>
                {
                    using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return Read(name[Folder.Length..^Ending.Length], text.ReadToEnd());
                }),
        ];
    }

    /// <summary>A file is named <c>purpose.version.language</c> and begins with its title.</summary>
    private static ConsentText Read(string name, string file)
    {
        var parts = name.Split('.');
        var version = int.Parse(parts[1], CultureInfo.InvariantCulture);
        var lines = file.ReplaceLineEndings("\n").Split('\n', 2);
        var title = lines[0].TrimStart('#', ' ');
        var body = lines[1].Trim();
        return new ConsentText
        {
            Id = ConsentText.IdOf(parts[0], version, parts[2], title, body),
            Purpose = parts[0],
            Version = version,
            Language = parts[2],
            Title = title,
            Body = body,
        };
    }
}
