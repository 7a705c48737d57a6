// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Access.Account;

/// <summary>The language in which Faro speaks to this person, on every device.</summary>
public sealed class SetLanguage(OperationDoor door) : Operation<SetLanguageInput, Done>(door)
{
    public override Permission Permission => Permissions.OwnAccount;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        SetLanguageInput input,
        CancellationToken cancellation
    )
    {
        if (!User.Languages.Contains(input.Language, StringComparer.Ordinal))
        {
            return new Refusal(AccessRefusals.LanguageUnknown, nameof(input.Language));
        }

        var user = await act.OwnUserAsync(cancellation);
        user.Language = input.Language;
        act.Note("user", user.Id, ("language", input.Language));
        return default(Done);
    }
}

/// <param name="Language"><c>es</c> or <c>en</c>.</param>
public sealed record SetLanguageInput(string Language);
