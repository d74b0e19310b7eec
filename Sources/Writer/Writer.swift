// Writer
