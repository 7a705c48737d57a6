// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;

namespace Faro.Tests.Support;

/// <summary>A reading that does what the test says, through the same door as every other.</summary>
public sealed class TestRead(OperationDoor door)
    : ReadingOperation<Func<Act, Task<Outcome<string>>>, string>(door)
{
    public override Permission Permission => Permissions.ManageSettings;

    protected internal override Task<Outcome<string>> ActAsync(
        Act act,
        Func<Act, Task<Outcome<string>>> input,
        CancellationToken cancellation
    ) => input(act);
}
