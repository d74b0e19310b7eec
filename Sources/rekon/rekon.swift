// rekon
