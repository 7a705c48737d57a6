// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Casework.Plans;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Justice;

/// <summary>One part of the whole reparation of the harm (LG 48-52, LGV 27): asked for, ordered, carried out.</summary>
public sealed class Reparation : ICaseRow
{
    public const string HeadList = "reparation-heads";
    public const string StateList = "reparation-states";
    public const string Asked = "asked";
    public const string Ordered = "ordered";
    public const string Partly = "partly";
    public const string Fulfilled = "fulfilled";
    public const string Mistake = "mistake";
    public const string DueKind = "reparation";

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    /// <summary>A code of the list <c>reparation-heads</c>.</summary>
    public string Head { get; set; } = "";

    /// <summary>A code of the list <c>reparation-states</c>.</summary>
    public string State { get; set; } = Asked;

    public DateOnly? AskedOn { get; set; }

    public DateOnly? OrderedOn { get; set; }

    /// <summary>By when it is to be carried out.</summary>
    public DateOnly? DueOn { get; set; }

    public decimal? AskedAmount { get; set; }

    public decimal? OrderedAmount { get; set; }

    public decimal? PaidAmount { get; set; }

    /// <summary>A code of the list <c>currencies</c>, or empty without an amount.</summary>
    public string Currency { get; set; } = "";

    /// <summary>In words, sealed.</summary>
    public byte[]? Box { get; set; }

    public int Version { get; set; } = 1;

    internal static string Field(Guid id) => $"justice-reparation:{id}";

    internal static IQueryable<CaseDue> Due(FaroDb db, Actor? reader) =>
        db
            .Reparations.SeenBy(reader, db)
            .Where(row => (row.State == Ordered || row.State == Partly) && row.DueOn != null)
            .Select(row => new CaseDue
            {
                CaseId = row.CaseId,
                Compartment = row.Compartment,
                RowId = row.Id,
                Kind = DueKind,
                On = row.DueOn!.Value,
                RemindOn = null,
                UserId = null,
            });
}

/// <summary>Writes down a part of the reparation.</summary>
public sealed class RecordReparation(OperationDoor door)
    : RecordLegalRow<Reparation, ReparationFacts>(door)
{
    protected override string Noun => "reparation";

    protected override Reparation New(Act act, Guid caseId) =>
        new()
        {
            Id = act.NewId(),
            CaseId = caseId,
            Compartment = Compartments.Legal,
        };
}

/// <param name="Head">A code of the list <c>reparation-heads</c>.</param>
/// <param name="State">A code of the list <c>reparation-states</c>.</param>
/// <param name="AskedOn">When it was asked for.</param>
/// <param name="OrderedOn">Needed once it was ordered.</param>
/// <param name="DueOn">By when it is to be carried out.</param>
/// <param name="AskedAmount">How much was asked for.</param>
/// <param name="OrderedAmount">How much was ordered.</param>
/// <param name="PaidAmount">How much was paid so far.</param>
/// <param name="Currency">Needed with an amount.</param>
/// <param name="Words">Sealed.</param>
public sealed record ReparationFacts(
    string Head,
    string State = Reparation.Asked,
    DateOnly? AskedOn = null,
    DateOnly? OrderedOn = null,
    DateOnly? DueOn = null,
    decimal? AskedAmount = null,
    decimal? OrderedAmount = null,
    decimal? PaidAmount = null,
    string Currency = "",
    string Words = ""
) : LegalFacts<Reparation>
{
    private bool HasAmount =>
        AskedAmount is not null || OrderedAmount is not null || PaidAmount is not null;

    private bool IsOrdered =>
        State is Reparation.Ordered or Reparation.Partly or Reparation.Fulfilled;

    internal override Task CheckAsync(
        Act act,
        Case file,
        Reparation row,
        CaseworkChecks checks,
        CancellationToken cancellation
    )
    {
        checks.Code(Reparation.HeadList, Head, nameof(Head));
        checks.Code(Reparation.StateList, State, nameof(State));
        checks.Code(ServiceGiven.CurrencyList, Currency, nameof(Currency), required: false);
        checks.Must(
            !HasAmount || Currency.Length > 0,
            CaseworkRefusals.CurrencyMissing,
            nameof(Currency)
        );
        checks.Money(AskedAmount, nameof(AskedAmount));
        checks.Money(OrderedAmount, nameof(OrderedAmount));
        checks.Money(PaidAmount, nameof(PaidAmount));
        checks.NotInFuture(AskedOn, nameof(AskedOn));
        checks.NotInFuture(OrderedOn, nameof(OrderedOn));
        checks.NotBefore(OrderedOn, AskedOn, nameof(OrderedOn));
        checks.Readable(DueOn, nameof(DueOn));
        checks.NotBefore(DueOn, OrderedOn ?? AskedOn, nameof(DueOn));
        checks.Must(
            !IsOrdered || OrderedOn is not null,
            JusticeRefusals.OrderMissing,
            nameof(OrderedOn)
        );
        // What was ordered in money is carried out when it is paid.
        checks.Must(
            State != Reparation.Fulfilled || !(OrderedAmount > (PaidAmount ?? 0)),
            JusticeRefusals.PaidMissing,
            nameof(PaidAmount)
        );
        checks.Text(Words.Trim(), JusticeTrack.TextMaxLength, nameof(Words));
        return Task.CompletedTask;
    }

    internal override void Apply(Reparation row, CasePen pen, DateOnly today)
    {
        row.Head = Head;
        row.State = State;
        row.AskedOn = AskedOn;
        row.OrderedOn = OrderedOn;
        row.DueOn = DueOn;
        row.AskedAmount = AskedAmount;
        row.OrderedAmount = OrderedAmount;
        row.PaidAmount = PaidAmount;
        row.Currency = HasAmount ? Currency : "";
        row.Box = pen.Seal(Words.Trim(), Reparation.Field(row.Id));
    }
}

internal sealed class ReparationMapping : IEntityTypeConfiguration<Reparation>
{
    public void Configure(EntityTypeBuilder<Reparation> builder)
    {
        builder.ToTable("justice_reparations");
        builder.Property(row => row.Compartment).HasMaxLength(20);
        builder.Property(row => row.Head).HasMaxLength(20);
        builder.Property(row => row.State).HasMaxLength(20);
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Property(row => row.AskedAmount).HasPrecision(14, 2);
        builder.Property(row => row.OrderedAmount).HasPrecision(14, 2);
        builder.Property(row => row.PaidAmount).HasPrecision(14, 2);
        builder.HasIndex(row => new { row.CaseId, row.State });
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.Open(
            row => row.Id,
            row => row.CaseId,
            row => row.Compartment,
            row => row.DueOn,
            row => row.Version
        );
        builder.Sensitive(
            row => row.Head,
            row => row.State,
            row => row.AskedOn,
            row => row.OrderedOn,
            row => row.AskedAmount,
            row => row.OrderedAmount,
            row => row.PaidAmount,
            row => row.Currency
        );
        builder.Sealed(row => row.Box);
    }
}
