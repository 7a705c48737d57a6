// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text.Json;
using Faro.Programme;
using Faro.Programme.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Faro.Web.Features.Access;

/// <summary>
/// The WebAuthn conversation with the browser: question, kept in a sealed cookie for a few minutes, and answer, verified.
/// Identity's handler does the protocol; its sign-in classes are left out because they write outside an operation.
/// </summary>
internal sealed class PasskeyDialogue(
    IPasskeyHandler<User> handler,
    IHttpContextAccessor accessor,
    IDataProtectionProvider protection,
    FaroDb db,
    ILogger<PasskeyDialogue> log
)
{
    private const string Cookie = "faro-llave";

    /// <summary>How long the browser may think.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private HttpContext Http => accessor.HttpContext!;

    private ITimeLimitedDataProtector Protector =>
        protection.CreateProtector("faro-passkey").ToTimeLimitedDataProtector();

    /// <summary>
    /// The answer was given on a page of this host. The usual check reads the request's Origin header, which a form sends as
    /// <c>null</c> where pages tell nobody whence a request comes (Referrer-Policy no-referrer).
    /// </summary>
    public static bool IsOurs(PasskeyOriginValidationContext context)
    {
        var request = context.HttpContext.Request;
        return !context.CrossOrigin
            && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
            && string.Equals(
                origin.Authority,
                request.Host.Value,
                StringComparison.OrdinalIgnoreCase
            )
            // A proxy in front may have taken https off; the other way round no browser would ask.
            && (origin.Scheme == Uri.UriSchemeHttps || origin.Scheme == request.Scheme);
    }

    /// <summary>The question of signing in: any passkey of this site.</summary>
    public async Task<string> AskAsync()
    {
        var question = await handler.MakeRequestOptionsAsync(null, Http);
        Remember(question.AssertionState);
        return question.RequestOptionsJson;
    }

    /// <summary>The question of enrolling: a new passkey for this person.</summary>
    public async Task<string> OfferAsync(Guid userId)
    {
        var user = await db
            .Users.Where(row => row.Id == userId)
            .Select(row => new { row.UserName, row.DisplayName })
            .FirstAsync(Http.RequestAborted);
        var question = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = userId.ToString(),
                Name = user.UserName!,
                DisplayName = user.DisplayName,
            },
            Http
        );
        Remember(question.AttestationState);
        return question.CreationOptionsJson;
    }

    /// <returns>Whose passkey answered, with its counter; null when the answer is not good.</returns>
    public async Task<(Guid UserId, UserPasskeyInfo Passkey)?> SignedInAsync(string? answer)
    {
        if (string.IsNullOrEmpty(answer) || Recall() is not { } state)
        {
            return null;
        }

        try
        {
            var result = await handler.PerformAssertionAsync(
                new PasskeyAssertionContext
                {
                    HttpContext = Http,
                    CredentialJson = answer,
                    AssertionState = state,
                }
            );
            Tell(result.Failure);
            return result.Succeeded ? (result.User.Id, result.Passkey) : null;
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            return null; // What came is not the answer of a browser.
        }
    }

    /// <returns>The new passkey; null when the answer is not good or is for somebody else.</returns>
    public async Task<UserPasskeyInfo?> EnrolledAsync(Guid userId, string? answer)
    {
        if (string.IsNullOrEmpty(answer) || Recall() is not { } state)
        {
            return null;
        }

        try
        {
            var result = await handler.PerformAttestationAsync(
                new PasskeyAttestationContext
                {
                    HttpContext = Http,
                    CredentialJson = answer,
                    AttestationState = state,
                }
            );
            Tell(result.Failure);
            return result.Succeeded && result.UserEntity.Id == userId.ToString()
                ? result.Passkey
                : null;
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            return null; // What came is not the answer of a browser.
        }
    }

    /// <summary>What the protocol found wrong, for whoever sets up the server: most often its name.</summary>
    private void Tell(PasskeyException? failure)
    {
        if (failure is not null)
        {
            log.LogWarning("A passkey was refused: {Reason}", failure.Message);
        }
    }

    private void Remember(string? state) =>
        Http.Response.Cookies.Append(
            HostCookies.NameFor(Http, Cookie),
            Protector.Protect(state ?? "", Patience),
            StepCookie.Options(Http, Patience)
        );

    /// <summary>Once only: the question is forgotten as it is answered.</summary>
    private string? Recall()
    {
        var name = HostCookies.NameFor(Http, Cookie);
        Http.Response.Cookies.Delete(name, StepCookie.Options(Http, null));
        try
        {
            return Http.Request.Cookies[name] is { } sealedState
                ? Protector.Unprotect(sealedState)
                : null;
        }
        catch (CryptographicException)
        {
            return null; // Too old, or not ours.
        }
    }
}
