package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.refusal.Refusal;

class DataDirectoryTest {

    @TempDir
    Path temporary;

    @Test
    void aBlankSettingMeansDataInTheCurrentDirectory() {
        assertThat(DataDirectory.at("  ").path())
                .isEqualTo(Path.of("data").toAbsolutePath())
                .isEqualTo(DataDirectory.at("./data").path());
    }

    @Test
    void knowsWhereEverythingLies() {
        DataDirectory directory = DataDirectory.at("/srv/motcua");

        assertThat(directory.postgres())
                .isEqualTo(Path.of("/srv/motcua/postgres").toAbsolutePath());
        assertThat(directory.logFile())
                .isEqualTo(Path.of("/srv/motcua/logs/motcua.log").toAbsolutePath());
    }

    @Test
    void createsWhatIsMissingAndLeavesNothingElseBehind() throws IOException {
        DataDirectory directory =
                new DataDirectory(temporary.resolve("one/two")).create().create();

        assertThat(directory.logs()).isDirectory();
        assertThat(directory.path()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void keepsOtherAccountsOut() throws IOException {
        assumeTrue(temporary.getFileSystem().supportedFileAttributeViews().contains("posix"));
        DataDirectory directory = new DataDirectory(temporary.resolve("data")).create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesAFileInItsPlace() throws IOException {
        Path file = Files.writeString(temporary.resolve("data"), "tệp");

        assertThatThrownBy(() -> new DataDirectory(file).create())
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "Không dùng được thư mục dữ liệu %s: đó là một tệp, không phải thư mục."
                                + " Hãy sửa hoặc chọn thư mục khác bằng --data-dir.",
                        file);
    }

    @Test
    void refusesAFileOnTheWay() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "tệp");

        assertThatThrownBy(() -> new DataDirectory(file.resolve("data")).create())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("tệp, không phải thư mục")
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesADirectoryItMayNotWriteTo() throws IOException {
        Path closed = Files.createDirectories(temporary.resolve("data/logs")).getParent();
        assumeTrue(closed.toFile().setWritable(false) && !Files.isWritable(closed), "root writes everywhere");

        assertThatThrownBy(() -> new DataDirectory(closed).create())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("không có quyền ghi");
    }

    @Test
    void refusesANameTheSystemCannotSpell() {
        assertThatThrownBy(() -> DataDirectory.at("/srv/\0"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("không đọc được tên thư mục dữ liệu");
    }
}
