package io.gatehouse.connecting;

import picocli.CommandLine.Command;

/** {@code gatehouse connect}: providers are told where this gateway is. */
@Command(
    name = "connect",
    mixinStandardHelpOptions = true,
    description = "Shows and sets what a provider calls.",
    subcommands = {ConnectTwilioCommand.class, ConnectErpnextCommand.class},
    synopsisSubcommandLabel = "(twilio | erpnext)",
    footerHeading = "%nExample:%n",
    footer = {"  gatehouse connect twilio --help", "  gatehouse connect erpnext --help"})
public final class ConnectCommand {}
