// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Access;

/// <summary>Marks the words of signing in and of accounts.</summary>
public sealed class Text;
