// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Cases;

/// <summary>Marks the words of the Cases area.</summary>
public sealed class Text;
