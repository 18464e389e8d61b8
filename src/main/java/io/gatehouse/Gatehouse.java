package io.gatehouse;

import io.gatehouse.base.StartFailure;
import io.gatehouse.connecting.ConnectCommand;
import io.gatehouse.doctor.DoctorCommand;
import io.gatehouse.presend.ClassifyCommand;
import io.gatehouse.presend.ScanCommand;
import io.gatehouse.redteam.RedteamCommand;
import io.gatehouse.rehearsal.TryCommand;
import io.gatehouse.training.TrainCommand;
import io.gatehouse.wiring.Serve;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
    name = "gatehouse",
    mixinStandardHelpOptions = true,
    version = "gatehouse 0.1.0",
    description = "A self-hosted message-integrity gateway for service marketplaces.",
    subcommands = {
      Serve.class,
      ScanCommand.class,
      ClassifyCommand.class,
      TryCommand.class,
      ConnectCommand.class,
      DoctorCommand.class,
      RedteamCommand.class,
      TrainCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed", "2:wrong usage or configuration"},
    footerHeading = "%nExample:%n",
    footer = "  gatehouse serve")
public final class Gatehouse {

  private Gatehouse() {}

  public static void main(final String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Gatehouse()).setExecutionExceptionHandler(Gatehouse::explain);
  }

  private static int explain(
      final Exception failure, final CommandLine command, final CommandLine.ParseResult parsed)
      throws Exception {
    if (failure instanceof final StartFailure known) {
      command.getErr().println("gatehouse: " + known.message());
      return known.exitCode();
    }
    throw failure;
  }
}
