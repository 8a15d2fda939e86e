package app.moddy.dist.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What Java can not send to a process. */
enum Signal {
    STOP,
    CONT;

    /** Sends it to all that are alive. */
    void sendTo(Collection<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name()));
        processes.stream()
                .filter(ProcessHandle::isAlive)
                .map(process -> Long.toString(process.pid()))
                .forEach(command::add);
        int code = new ProcessBuilder(command).start().waitFor();
        if (code != 0) {
            throw new IOException(command + " ended with " + code);
        }
    }
}
