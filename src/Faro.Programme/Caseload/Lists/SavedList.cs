// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Caseload.Lists;

/// <summary>
/// A list of cases that somebody keeps under a name: which cases, in which order, with which columns. What it shows is asked
/// anew each time, by what the reader may see.
/// </summary>
public sealed class SavedList
{
    public const int NameMaxLength = 60;
    public const string ColumnList = "case-columns";

    /// <summary>The columns of a list that nobody saved.</summary>
    public static readonly IReadOnlyList<string> UsualColumns =
    [
        "state",
        "risk",
        "owner",
        "due",
        "contact",
    ];

    public Guid Id { get; init; }

    public Guid OwnerId { get; init; }

    public Guid? AgencyId { get; init; }

    public required string Name { get; set; }

    /// <summary>A <see cref="CaseFilter"/> as JSON: codes, days and ids of colleagues.</summary>
    public required string Filter { get; set; }

    /// <summary>A code of the list <c>case-orders</c>.</summary>
    public required string Order { get; set; }

    /// <summary>Codes of the list <c>case-columns</c>, in their order; the number always comes first.</summary>
    public List<string> Columns { get; set; } = [];

    /// <summary>The colleagues of the agency have it too.</summary>
    public bool Shared { get; set; }

    /// <summary>Taken away; it can be brought back.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public int Version { get; set; } = 1;
}

/// <summary>With which list somebody begins.</summary>
public sealed class FirstList
{
    public Guid UserId { get; init; }

    public Guid ListId { get; set; }
}

/// <summary>Whose lists somebody has.</summary>
public static class SavedListVisibility
{
    /// <summary>Their own, and what their agency shares; not what was removed.</summary>
    public static IQueryable<SavedList> VisibleTo(this IQueryable<SavedList> lists, Actor actor)
    {
        var (user, agency) = (actor.UserId, actor.AgencyId);
        return lists.Where(list =>
            list.RemovedAt == null
            && (
                list.OwnerId == user
                || (list.Shared && list.AgencyId != null && list.AgencyId == agency)
            )
        );
    }

    /// <summary>Who may change it: whoever made it, and of what is shared, whoever leads.</summary>
    public static bool MayChange(this Actor actor, SavedList list) =>
        list.OwnerId == actor.UserId
        || (list.Shared && list.AgencyId == actor.AgencyId && actor.May(Permissions.AssignCases));
}

internal sealed class SavedListMapping : IEntityTypeConfiguration<SavedList>
{
    public void Configure(EntityTypeBuilder<SavedList> builder)
    {
        builder.ToTable("saved_lists");
        builder.Property(list => list.Name).HasMaxLength(SavedList.NameMaxLength);
        builder.Property(list => list.Order).HasMaxLength(20);
        builder.HasIndex(list => list.OwnerId);
        builder.HasIndex(list => list.AgencyId);
        builder.HasOne<User>().WithMany().HasForeignKey(list => list.OwnerId);
        builder.Open(
            list => list.Id,
            list => list.OwnerId,
            list => list.AgencyId,
            list => list.Order,
            list => list.Columns,
            list => list.Shared,
            list => list.RemovedAt,
            list => list.CreatedAt,
            list => list.Version
        );
        // People put into names what they look for.
        builder.Sensitive(list => list.Name, list => list.Filter);
    }
}

internal sealed class FirstListMapping : IEntityTypeConfiguration<FirstList>
{
    public void Configure(EntityTypeBuilder<FirstList> builder)
    {
        builder.ToTable("first_lists");
        builder.HasKey(first => first.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(first => first.UserId);
        builder.HasOne<SavedList>().WithMany().HasForeignKey(first => first.ListId);
        builder.Open(first => first.UserId, first => first.ListId);
    }
}
