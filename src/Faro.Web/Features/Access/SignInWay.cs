// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access.Entering;
using Faro.Web.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Faro.Web.Features.Access;

/// <summary>From one step of signing in to the next page, the same for every step.</summary>
internal static class SignInWay
{
    /// <returns>The page that comes next.</returns>
    public static async Task<string> GoOnAsync(HttpContext http, SignInStep step, string? back)
    {
        switch (step.Next)
        {
            case SignInNext.Code:
                StepCookie.Remember(http, step.Ticket);
                return AccessLinks.Step(AccessLinks.SignInCode, back);
            case SignInNext.NewPassword:
                StepCookie.Remember(http, step.Ticket);
                return AccessLinks.Step(AccessLinks.SignInPassword, back);
            case SignInNext.Enter:
                await SessionCookie.EnterAsync(http, step);
                Languages.Remember(http, step.Language);
                return LocalPath.OrHome(back);
            default:
                throw new InvalidOperationException("Bug in Faro: a step without a page");
        }
    }
}
