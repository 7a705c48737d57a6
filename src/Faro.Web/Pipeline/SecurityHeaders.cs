// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Builder;

namespace Faro.Web.Pipeline;

/// <summary>The headers of every answer. Scripts come from here alone; nothing may frame a page or send a form away.</summary>
internal static class SecurityHeaders
{
    public static HeaderPolicyCollection Policy() =>
        new HeaderPolicyCollection()
            .AddDefaultSecurityHeaders()
            .RemoveServerHeader()
            .AddFrameOptionsDeny()
            .AddReferrerPolicyNoReferrer()
            .AddContentSecurityPolicy(policy =>
            {
                policy.AddDefaultSrc().None();
                policy.AddScriptSrc().Self();
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
}
