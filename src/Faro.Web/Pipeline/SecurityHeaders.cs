// SPDX-License-Identifier: Apache-2.0
using Faro.Web.Features.Screening;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Web.Pipeline;

/// <summary>The headers of every answer. Scripts come from here alone; nothing may frame a page or send a form away.</summary>
internal static class SecurityHeaders
{
    /// <summary>Pages whose scripts may compile WebAssembly.</summary>
    private const string Interviews = "interviews";

    /// <summary>Answers that are a file of somebody's: the usual policy, and nothing in them may run.</summary>
    public const string Files = "files";

    public static void AddFaroHeaders(this IServiceCollection services) =>
        services
            .AddSecurityHeaderPolicies()
            .SetDefaultPolicy(Policy(wasm: false))
            .AddPolicy(Interviews, Policy(wasm: true))
            .AddPolicy(Files, FilePolicy())
            .SetPolicySelector(asked =>
                IsInterview(asked.HttpContext)
                    ? asked.ConfiguredPolicies[Interviews]
                    : asked.SelectedPolicy
            );

    /// <summary>The pages of interviews on a device run ODK's engine, whose XPath is WebAssembly; no other page may.</summary>
    private static bool IsInterview(HttpContext context) =>
        context.Request.Path.StartsWithSegments(ScreeningLinks.Device, StringComparison.Ordinal);

    private static HeaderPolicyCollection Policy(bool wasm) =>
        new HeaderPolicyCollection()
            .AddDefaultSecurityHeaders()
            .RemoveServerHeader()
            .AddFrameOptionsDeny()
            .AddReferrerPolicyNoReferrer()
            .AddContentSecurityPolicy(policy =>
            {
                policy.AddDefaultSrc().None();
                var scripts = policy.AddScriptSrc().Self();
                if (wasm)
                {
                    scripts.WasmUnsafeEval();
                }

                policy.AddStyleSrc().Self().UnsafeInline(); // charts place their labels with style attributes
                policy.AddImgSrc().Self().Data();
                policy.AddFontSrc().Self();
                policy.AddConnectSrc().Self();
                policy.AddFormAction().Self();
                policy.AddBaseUri().Self();
                policy.AddFrameAncestors().None();
                policy.AddObjectSrc().None();
            })
            .AddPermissionsPolicy(policy =>
            {
                policy.AddCamera().None();
                policy.AddGeolocation().None();
                policy.AddMicrophone().None();
            });

    private static HeaderPolicyCollection FilePolicy() =>
        Policy(wasm: false)
            .AddContentSecurityPolicy(policy =>
            {
                policy.AddDefaultSrc().None();
                policy.AddStyleSrc().UnsafeInline(); // the browser's own viewers bring theirs
                policy.AddImgSrc().Data();
                policy.AddFrameAncestors().None();
                policy.AddSandbox();
            });
}
