// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Home;

/// <summary>Marks the words of the first page.</summary>
public sealed class Text;
