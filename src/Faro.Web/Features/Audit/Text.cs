// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Audit;

/// <summary>Marks the words of the audit.</summary>
public sealed class Text;
