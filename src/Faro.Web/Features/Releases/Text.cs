// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Releases;

/// <summary>Marks the words of what is published.</summary>
public sealed class Text;
