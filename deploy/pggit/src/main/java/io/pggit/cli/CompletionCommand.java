package io.pggit.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pggit completion}: completion of commands and options in a shell. */
@Command(
        name = "completion",
        description = "Prints a script by which a shell completes pggit's commands and options.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(pggit completion bash)                                 in ~/.bashrc",
            "  pggit completion bash > /etc/bash_completion.d/pggit",
            "  source <(pggit completion zsh)                                  in ~/.zshrc"
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    /** Shells that can be completed; zsh takes bash's script, which loads what it needs for that. */
    enum Shell {
        /** GNU bash. */
        BASH,
        /** The Z shell. */
        ZSH
    }

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell;

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings
                .terminal()
                .text(AutoComplete.bash("pggit", spec.root().commandLine()).stripTrailing() + "\n");
        return ExitCode.OK.code();
    }
}
