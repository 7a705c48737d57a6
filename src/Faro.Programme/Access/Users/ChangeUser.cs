// SPDX-License-Identifier: Apache-2.0

namespace Faro.Programme.Access.Users;

/// <summary>Name, agency and roles of an account. What the person may do changes with her next request.</summary>
public sealed class ChangeUser(OperationDoor door) : Operation<ChangeUserInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageUsers;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ChangeUserInput input,
        CancellationToken cancellation
    )
    {
        if (await act.Db.Users.FindAsync([input.UserId], cancellation) is not { } user)
        {
            return new Refusal(AccessRefusals.UserNotFound);
        }

        if (user.ConcurrencyStamp != input.Stamp)
        {
            return new Refusal(AccessRefusals.ChangedMeanwhile);
        }

        var name = input.DisplayName.Trim();
        var refusals = await CheckAsync(act, user, input, name, cancellation);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        user.DisplayName = name;
        user.AgencyId = input.AgencyId;
        user.RoleCodes = UserRules.Ordered(input.RoleCodes);
        user.Compartments = UserRules.OrderedCompartments(input.Compartments);
        user.ConcurrencyStamp = act.NewId().ToString();
        act.Note(
            "user",
            user.Id,
            ("roles", string.Join(' ', user.RoleCodes)),
            ("compartments", string.Join(' ', user.Compartments))
        );
        return default(Done);
    }

    private static async Task<List<Refusal>> CheckAsync(
        Act act,
        User user,
        ChangeUserInput input,
        string name,
        CancellationToken cancellation
    )
    {
        var refusals = new List<Refusal>();
        UserRules.CheckDisplayName(refusals, name, nameof(input.DisplayName));
        UserRules.CheckRoles(refusals, input.RoleCodes, nameof(input.RoleCodes));
        UserRules.CheckCompartments(refusals, input.Compartments, nameof(input.Compartments));
        if (input.AgencyId != user.AgencyId || input.AgencyId is null)
        {
            await UserRules.CheckAgencyAsync(
                refusals,
                act.Db,
                input.AgencyId,
                input.RoleCodes,
                nameof(input.AgencyId),
                cancellation
            );
        }

        if (
            !input.RoleCodes.Contains(Role.Administrator.Code, StringComparer.Ordinal)
            && !user.Closed
            && await UserRules.IsLastAdministratorAsync(act.Db, user, cancellation)
        )
        {
            refusals.Add(new Refusal(AccessRefusals.LastAdministrator, nameof(input.RoleCodes)));
        }

        return refusals;
    }
}

/// <param name="UserId">Whose account.</param>
/// <param name="Stamp">The account's <c>ConcurrencyStamp</c> when the form was opened.</param>
/// <param name="DisplayName">As colleagues read it.</param>
/// <param name="AgencyId">Null only for administrators of the whole programme.</param>
/// <param name="RoleCodes">Codes of <see cref="Role"/>.</param>
public sealed record ChangeUserInput(
    Guid UserId,
    string Stamp,
    string DisplayName,
    Guid? AgencyId,
    IReadOnlyList<string> RoleCodes
)
{
    /// <summary>Codes of the list <c>compartments</c>: the parts of case files that this person works in.</summary>
    public IReadOnlyList<string> Compartments { get; init; } = [];
}
