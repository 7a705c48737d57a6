// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Consent;

/// <summary>The ledger of one case: every line there ever was, newest first, with what rests on it.</summary>
public sealed class ReadConsents(OperationDoor door)
    : ReadingOperation<Guid, IReadOnlyList<ConsentLine>>(door)
{
    public override Permission Permission => Permissions.ViewConsents;

    protected internal override async Task<Outcome<IReadOnlyList<ConsentLine>>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var found = await act.CaseAsync(input, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var file = found.Value;
        var rows = await Rows(act, input).ToListAsync(cancellation);
        var pen = act.Actor.May(Permissions.ViewCaseContent)
            ? await act.ReadingPenOfAsync(file, cancellation)
            : new CasePen(act.Vault, file, null);
        act.Note("case", input);
        return rows.ConvertAll(row => Line(act, pen, row));
    }

    private static IQueryable<Row> Rows(Act act, Guid file) =>
        from entry in act.Db.Consents.VisibleTo(act.Actor, act.Db)
        where entry.CaseId == file
        orderby entry.Id descending
        select new Row(
            entry,
            act.Db.ConsentOccasions.Where(occasion => occasion.Id == entry.OccasionId)
                .FirstOrDefault(),
            act.Db.ConsentTexts.Where(text => text.Id == entry.TextId)
                .Select(text => new ConsentTextShown(
                    text.Id,
                    text.Title,
                    text.Version,
                    text.Language
                ))
                .FirstOrDefault(),
            act.Db.Agencies.Where(agency => agency.Id == entry.AgencyId)
                .Select(agency => agency.Name)
                .FirstOrDefault()
                ?? "",
            act.Db.Users.Where(user => user.Id == entry.RecordedBy)
                .Select(user => user.DisplayName)
                .FirstOrDefault()
                ?? "",
            act.Db.CaseGrants.Where(grant =>
                    grant.ConsentId == entry.Id && grant.EndedAt == null && grant.Until > act.Now
                )
                .Select(grant => new ConsentWay(
                    grant.Id,
                    grant.Compartments,
                    grant.Since,
                    grant.Until
                ))
                .ToList()
        );

    private static ConsentLine Line(Act act, CasePen pen, Row row)
    {
        var entry = row.Entry;
        var living = entry.IsLivingAt(act.Now);
        return new ConsentLine(
            entry,
            row.Agency,
            row.Text,
            row.Occasion is null ? null : Told(pen, row.Occasion),
            pen.Open(entry.ReasonBox, RecordException.Field(entry.Id)),
            pen.Open(entry.WithdrawalBox, WithdrawConsent.Field(entry.Id)),
            row.RecordedBy,
            living,
            living ? row.Ways : []
        );
    }

    private static ConsentTold Told(CasePen pen, ConsentOccasion occasion) =>
        new(
            occasion.Id,
            occasion.GivenOn,
            occasion.Manner,
            occasion.Capacity,
            occasion.Assent,
            occasion.Language,
            occasion.WithInterpreter,
            occasion.Items,
            ConsentPeople.Open(pen, occasion),
            occasion.SignatureBox is not null,
            occasion.DocumentId
        );

    private sealed record Row(
        ConsentEntry Entry,
        ConsentOccasion? Occasion,
        ConsentTextShown? Text,
        string Agency,
        string RecordedBy,
        List<ConsentWay> Ways
    );
}

/// <summary>One line of the ledger as it is read.</summary>
public sealed record ConsentLine
{
    internal ConsentLine(
        ConsentEntry entry,
        string agency,
        ConsentTextShown? text,
        ConsentTold? told,
        string reason,
        string withdrawal,
        string recordedBy,
        bool living,
        IReadOnlyList<ConsentWay> ways
    )
    {
        (Id, CaseId, Answer, Purpose) = (entry.Id, entry.CaseId, entry.Answer, entry.Purpose);
        (Recipient, AgencyId, Country) = (entry.Recipient, entry.AgencyId, entry.Country);
        (Categories, Exception) = (entry.Categories, entry.Exception);
        (Since, Until, WithdrawnAt) = (entry.Since, entry.Until, entry.WithdrawnAt);
        RecordedAt = entry.RecordedAt;
        (Agency, Text, Told, Reason, Withdrawal) = (agency, text, told, reason, withdrawal);
        (RecordedBy, Living, Ways) = (recordedBy, living, ways);
    }

    public Guid Id { get; }

    public Guid CaseId { get; }

    /// <summary>One of <see cref="ConsentAnswers"/>.</summary>
    public string Answer { get; }

    public string Purpose { get; }

    public string Recipient { get; }

    public Guid? AgencyId { get; }

    /// <summary>Its name, when an agency is the recipient.</summary>
    public string Agency { get; }

    public string Country { get; }

    public IReadOnlyList<string> Categories { get; }

    public ConsentTextShown? Text { get; }

    /// <summary>Null for an exception of the law.</summary>
    public ConsentTold? Told { get; }

    public string Exception { get; }

    /// <summary>Empty for whom the content of the case is closed.</summary>
    public string Reason { get; }

    public DateTimeOffset Since { get; }

    public DateTimeOffset? Until { get; }

    public DateTimeOffset? WithdrawnAt { get; }

    /// <summary>Empty for whom the content of the case is closed.</summary>
    public string Withdrawal { get; }

    public DateTimeOffset RecordedAt { get; }

    public string RecordedBy { get; }

    /// <summary>Now.</summary>
    public bool Living { get; }

    /// <summary>What a withdrawal would close.</summary>
    public IReadOnlyList<ConsentWay> Ways { get; }

    /// <summary>No words.</summary>
    public override string ToString() => $"••• {Id}";
}

/// <summary>Which words were shown.</summary>
public sealed record ConsentTextShown(Guid Id, string Title, int Version, string Language);

/// <summary>How it was said.</summary>
public sealed record ConsentTold(
    Guid OccasionId,
    DateOnly GivenOn,
    string Manner,
    string Capacity,
    string Assent,
    string Language,
    bool WithInterpreter,
    IReadOnlyList<string> Items,
    ConsentPeople People,
    bool HasSignature,
    Guid? DocumentId
);

/// <summary>A way into the case that rests on a consent.</summary>
public sealed record ConsentWay(
    Guid Id,
    IReadOnlyList<string> Compartments,
    DateTimeOffset Since,
    DateTimeOffset Until
);
