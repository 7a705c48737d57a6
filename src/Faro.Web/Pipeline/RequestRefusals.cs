// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Pipeline;

/// <summary>What is wrong with a request before any operation saw it.</summary>
public static class RequestRefusals
{
    /// <summary>The body is no JSON, or not the JSON that the operation takes. Value: where.</summary>
    public const string Unreadable = "request.unreadable";
}
