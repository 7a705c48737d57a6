// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Identification;

/// <summary>Marks the words of the Identification area.</summary>
public sealed class Text;
