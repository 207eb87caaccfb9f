package dev.touchstone.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Keeps two launchers from starting and stopping the same processes at once. Gone with the launcher, however it ends. */
final class LaunchLock implements AutoCloseable {
    private final FileChannel channel;

    private LaunchLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws UserError when another launcher has it
     */
    static LaunchLock take(Home home) throws IOException {
        var file = home.run("launcher.lock");
        Files.createDirectories(file.getParent());
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new UserError("another ./touchstone up or down is at work here; wait for it to end");
        }
        return new LaunchLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
