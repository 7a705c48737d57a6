// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Caseload.Lists;

/// <summary>Keeps a list under a name, or changes one that is kept. Its id stays, and so do links to it.</summary>
public sealed class SaveList(OperationDoor door) : Operation<SaveListInput, Guid>(door)
{
    public override Permission Permission => Permissions.ViewCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        SaveListInput input,
        CancellationToken cancellation
    )
    {
        if (act.Actor.UserId is not { } user)
        {
            return new Refusal(AccessRefusals.NotAllowed);
        }

        var tidy = input with { Name = input.Name.Trim() };
        var refusals = tidy.Check();
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var list = New(act, user);
        if (input.ListId is { } id)
        {
            var found = await act.OwnListAsync(id, input.Version, cancellation);
            if (!found.Done)
            {
                return found.Refusals.ToList();
            }

            list = found.Value;
            list.Version++;
        }
        else
        {
            act.Db.SavedLists.Add(list);
        }

        var taken = await act.Db.SavedLists.AnyAsync(
            each =>
                each.OwnerId == list.OwnerId
                && each.Id != list.Id
                && each.RemovedAt == null
                && each.Name == tidy.Name,
            cancellation
        );
        if (taken)
        {
            return new Refusal(CaseloadRefusals.NameTaken, nameof(input.Name));
        }

        (list.Name, list.Filter, list.Order) = (tidy.Name, input.Filter.ToJson(), input.Order);
        (list.Columns, list.Shared) = ([.. input.Columns], input.Shared);
        if (input.First)
        {
            await act.BeginWithAsync(user, list.Id, cancellation);
        }

        act.Note("list", list.Id, ("shared", input.Shared ? "yes" : "no"));
        return list.Id;
    }

    private static SavedList New(Act act, Guid user) =>
        new()
        {
            Id = act.NewId(),
            OwnerId = user,
            AgencyId = act.Actor.AgencyId,
            Name = "",
            Filter = "",
            Order = "",
            CreatedAt = act.Now,
        };
}

/// <param name="ListId">Null for a new one.</param>
/// <param name="Version">The version that was on the screen; 0 for a new one.</param>
/// <param name="Name">As its makers call it.</param>
/// <param name="Filter">Which cases.</param>
/// <param name="Order">A code of the list <c>case-orders</c>.</param>
/// <param name="Columns">Codes of the list <c>case-columns</c>, in their order.</param>
/// <param name="Shared">The colleagues of the agency have it too.</param>
/// <param name="First">Whoever saves it begins with it from now on.</param>
public sealed record SaveListInput(
    Guid? ListId,
    int Version,
    string Name,
    CaseFilter Filter,
    string Order,
    IReadOnlyList<string> Columns,
    bool Shared = false,
    bool First = false
)
{
    internal List<Refusal> Check()
    {
        var refusals = Filter.Check();
        refusals.Must(Name.Length > 0, CaseloadRefusals.NameMissing, nameof(Name));
        refusals.Must(
            Name.Length <= SavedList.NameMaxLength,
            CaseloadRefusals.NameTooLong,
            nameof(Name),
            SavedList.NameMaxLength
        );
        refusals.Must(
            CodeLists.Get(CaseOrders.List).Contains(Order),
            CaseloadRefusals.ChoiceUnknown,
            nameof(Order)
        );
        var columns = CodeLists.Get(SavedList.ColumnList);
        refusals.Must(
            Columns.Count > 0
                && Columns.All(columns.Contains)
                && Columns.Distinct(StringComparer.Ordinal).Count() == Columns.Count,
            CaseloadRefusals.ColumnsWrong,
            nameof(Columns)
        );
        return refusals;
    }
}
