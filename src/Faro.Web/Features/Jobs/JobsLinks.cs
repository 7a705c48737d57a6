// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Jobs;

/// <summary>The pages of long work.</summary>
public static class JobsLinks
{
    public const string List = "/trabajos";

    public static string One(Guid id) => $"/trabajos/{id}";
}
