// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Documents;

/// <summary>Marks the words of the Documents area.</summary>
public sealed class Text;
