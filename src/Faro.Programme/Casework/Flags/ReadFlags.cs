// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Flags;

/// <summary>The flags of a case: those that are up first, then those that were taken down.</summary>
public sealed class ReadFlags(OperationDoor door)
    : ReadingOperation<Guid, IReadOnlyList<FlagReading>>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<IReadOnlyList<FlagReading>>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var pen = await act.ReadingPenAsync(input, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        var rows = await (
            from flag in act.Db.CaseFlags.VisibleTo(act.Actor, act.Db)
            where flag.CaseId == input
            orderby flag.ResolvedAt != null, flag.RaisedAt descending
            select new
            {
                Flag = flag,
                RaisedBy = act
                    .Db.Users.Where(user => user.Id == flag.RaisedById)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault(),
                ResolvedBy = act
                    .Db.Users.Where(user => user.Id == flag.ResolvedById)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault(),
            }
        ).ToListAsync(cancellation);
        act.Note("case", input, ("flags", $"{rows.Count}"));
        return rows.ConvertAll(row => new FlagReading(
            row.Flag.Id,
            row.Flag.Version,
            pen.Value.Open(row.Flag.MessageBox, CaseFlag.MessageField(row.Flag.Id)),
            row.Flag.On,
            row.RaisedBy ?? "",
            row.Flag.RaisedAt,
            row.Flag.ResolvedAt,
            row.ResolvedBy ?? "",
            pen.Value.Open(row.Flag.ReasonBox, CaseFlag.ReasonField(row.Flag.Id))
        ));
    }
}

/// <summary>A flag; by whom and why it was taken down is empty while it is up.</summary>
public sealed record FlagReading(
    Guid Id,
    int Version,
    string Message,
    DateOnly? On,
    string RaisedBy,
    DateTimeOffset RaisedAt,
    DateTimeOffset? ResolvedAt,
    string ResolvedBy,
    string Reason
)
{
    public bool IsUp => ResolvedAt is null;
}
