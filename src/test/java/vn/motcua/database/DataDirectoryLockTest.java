package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.refusal.Refusal;

class DataDirectoryLockTest {

    private static final long OWN_PID = ProcessHandle.current().pid();

    @TempDir
    Path temporary;

    private DataDirectory directory;

    @BeforeEach
    void create() {
        directory = new DataDirectory(temporary).create();
    }

    @Test
    void theSecondInOneProcessIsToldWhoHoldsIt() {
        try (DataDirectoryLock held = DataDirectoryLock.take(directory)) {
            assertThatThrownBy(() -> DataDirectoryLock.take(directory))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(
                            "Thư mục dữ liệu %s đang được một Motcua khác dùng (tiến trình %d)."
                                    + " Hãy dừng tiến trình đó hoặc chọn thư mục khác bằng --data-dir.",
                            temporary, OWN_PID);
        }
    }

    @Test
    void aSymbolicLinkToALockedDirectoryIsLockedToo() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), temporary);

        try (DataDirectoryLock held = DataDirectoryLock.take(directory)) {
            assertThatThrownBy(() -> DataDirectoryLock.take(new DataDirectory(link)))
                    .isInstanceOf(Refusal.class);
        }
    }

    /** On POSIX systems a careless second attempt inside the process would have dropped the lock. */
    @Test
    void anotherProcessIsRefusedEvenAfterASecondAttemptHere() throws Exception {
        try (DataDirectoryLock held = DataDirectoryLock.take(directory)) {
            assertThatThrownBy(() -> DataDirectoryLock.take(directory)).isInstanceOf(Refusal.class);

            try (OtherMotcua other = OtherMotcua.locks(directory)) {
                assertThat(other.answer()).isEqualTo(OtherMotcua.REFUSED);
            }
        }
    }

    @Test
    void namesTheOtherProcessAndIsFreeOnceThatIsKilled() throws Exception {
        try (OtherMotcua other = OtherMotcua.locks(directory)) {
            assertThat(other.answer()).isEqualTo(OtherMotcua.READY);
            assertThatThrownBy(() -> DataDirectoryLock.take(directory))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("(tiến trình " + other.pid() + ")");
        }
        DataDirectoryLock.take(directory).close();
    }

    @Test
    void aProcessNumberLeftInTheFileLocksNothing() throws Exception {
        Files.writeString(temporary.resolve("motcua.lock"), OWN_PID + "99999");

        try (DataDirectoryLock held = DataDirectoryLock.take(directory)) {
            assertThat(temporary.resolve("motcua.lock")).hasContent(Long.toString(OWN_PID));
        }
    }

    @Test
    void canBeTakenAgainAfterClosing() {
        DataDirectoryLock.take(directory).close();
        DataDirectoryLock.take(directory).close();
    }

    @Test
    void refusesADirectoryItCannotLock() throws Exception {
        Files.createDirectory(temporary.resolve("motcua.lock"));

        assertThatThrownBy(() -> DataDirectoryLock.take(directory))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Không khóa được thư mục dữ liệu");
    }
}
