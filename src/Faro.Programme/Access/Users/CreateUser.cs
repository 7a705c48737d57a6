// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access.Account;

namespace Faro.Programme.Access.Users;

/// <summary>An account for somebody, with a password for the first sign-in only.</summary>
public sealed class CreateUser(OperationDoor door) : Operation<CreateUserInput, NewUser>(door)
{
    public override Permission Permission => Permissions.ManageUsers;

    protected internal override Task<CreateUserInput> PrepareAsync(
        Preparation preparation,
        CreateUserInput input,
        CancellationToken cancellation
    )
    {
        var tidy = input with
        {
            UserName = input.UserName.Trim().ToLowerInvariant(),
            DisplayName = input.DisplayName.Trim(),
        };
        if (preparation.Actor.IsSystem && !input.ChosenPassword.IsEmpty)
        {
            return Task.FromResult(
                tidy with
                {
                    Password = NewPassword.Judge(
                        preparation,
                        input.ChosenPassword,
                        nameof(input.ChosenPassword),
                        tidy.UserName,
                        tidy.DisplayName
                    ),
                }
            );
        }

        var temporary = TemporaryPassword.Make();
        return Task.FromResult(
            tidy with
            {
                Temporary = temporary,
                Password = NewPassword.Made(preparation, temporary),
            }
        );
    }

    protected internal override async Task<Outcome<NewUser>> ActAsync(
        Act act,
        CreateUserInput input,
        CancellationToken cancellation
    )
    {
        var refusals = new List<Refusal>();
        await UserRules.CheckUserNameAsync(
            refusals,
            act.Db,
            input.UserName,
            nameof(input.UserName),
            cancellation
        );
        UserRules.CheckDisplayName(refusals, input.DisplayName, nameof(input.DisplayName));
        UserRules.CheckRoles(refusals, input.RoleCodes, nameof(input.RoleCodes));
        await UserRules.CheckAgencyAsync(
            refusals,
            act.Db,
            input.AgencyId,
            input.RoleCodes,
            nameof(input.AgencyId),
            cancellation
        );
        UserRules.CheckCompartments(refusals, input.Compartments, nameof(input.Compartments));
        if (!User.Languages.Contains(input.Language, StringComparer.Ordinal))
        {
            refusals.Add(new Refusal(AccessRefusals.LanguageUnknown, nameof(input.Language)));
        }

        if (input.Password!.Refusal is { } weak)
        {
            refusals.Add(weak);
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var user = Make(act, input);
        act.Db.Users.Add(user);
        act.Note("user", user.Id, ("roles", string.Join(' ', user.RoleCodes)));
        return new NewUser(user.Id, input.Temporary);
    }

    private static User Make(Act act, CreateUserInput input)
    {
        var user = new User
        {
            Id = act.NewId(),
            UserName = input.UserName,
            NormalizedUserName = User.Fold(input.UserName),
            DisplayName = input.DisplayName,
            AgencyId = input.AgencyId,
            RoleCodes = UserRules.Ordered(input.RoleCodes),
            Compartments = UserRules.OrderedCompartments(input.Compartments),
            Language = input.Language,
            PasswordHash = input.Password!.Hash,
            MustChangePassword = !input.Temporary.IsEmpty,
            CreatedAt = act.Now,
        };
        user.ChangeStamp();
        return user;
    }
}

/// <param name="UserName">Lower case letters, digits and <c>. _ - @</c>.</param>
/// <param name="DisplayName">As colleagues read it.</param>
/// <param name="AgencyId">Null only for administrators of the whole programme.</param>
/// <param name="RoleCodes">Codes of <see cref="Role"/>.</param>
/// <param name="Language"><c>es</c> or <c>en</c>.</param>
public sealed record CreateUserInput(
    string UserName,
    string DisplayName,
    Guid? AgencyId,
    IReadOnlyList<string> RoleCodes,
    string Language
)
{
    /// <summary>Codes of the list <c>compartments</c>: the parts of case files that this person works in.</summary>
    public IReadOnlyList<string> Compartments { get; init; } = [];

    /// <summary>Taken only from the programme itself (invented data, command line); people get a temporary one.</summary>
    public Secret ChosenPassword { get; init; }

    internal NewPassword? Password { get; init; }

    internal Secret Temporary { get; init; }
}

/// <param name="UserId">The new account.</param>
/// <param name="TemporaryPassword">To be handed over and shown once; empty when the programme chose one.</param>
public sealed record NewUser(Guid UserId, Secret TemporaryPassword);
