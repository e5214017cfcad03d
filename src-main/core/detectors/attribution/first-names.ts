/** Common first names, so that "she" is not taken for a man named just before. Names used by both are left out. */
export const WOMEN: ReadonlySet<string> = new Set(
  `Abigail Adele Agnes Aisha Alice Alicia Alina Amanda Amelia Amy Ana Andrea Angela Anita Ann Anna Anne Annette Annie Astrid
  Barbara Beatrice Bella Beth Betty Birgit Brenda Brigitte Camila Carmen Carol Caroline Catherine Cecilia Charlotte Chelsea Christina
  Christine Claire Clara Claudia Cynthia Daisy Daniela Deborah Debbie Denise Diana Diane Dolores Donna Doris Dorothy Edith Elena Eleanor
  Elise Elizabeth Ella Ellen Elsa Emily Emma Erica Esther Eva Evelyn Fatima Fiona Florence Frances Freya Gabriela Gemma Gloria
  Grace Greta Gwen Hannah Harriet Heather Heidi Helen Helena Hilary Hillary Ida Ines Ingrid Irene Irina Iris Isabel Isabella Ivanka
  Jacqueline Jane Janet Janice Jasmine Jeanne Jennifer Jenny Jessica Jill Joan Joanna Josephine Joyce Judith Julia Julie Karen Karin Kate
  Katherine Kathleen Katie Katrin Kayleigh Kristin Laura Lauren Leila Lena Lily Linda Lisa Louise Lucia Lucy Lydia Madeleine Magda
  Margaret Margot Maria Marie Marion Marta Martha Mary Megan Melanie Melania Michelle Mia Miriam Molly Monica Nadia Nancy Naomi Natalie Natasha
  Nicole Nina Nora Olga Olivia Pamela Patricia Paula Petra Phoebe Priya Rachel Rebecca Renate Rita Rosa Rose Ruth Sabine Sally
  Samantha Sandra Sara Sarah Sharon Shirley Silvia Simone Sofia Sonia Sophie Stella Stephanie Susan Susanne Sylvia Tamara Tanya Teresa Theresa
  Tina Tracy Ursula Valerie Vanessa Vera Veronica Victoria Violet Virginia Vivian Wendy Yasmin Yvonne Zoe`.split(/\s+/),
)

export const MEN: ReadonlySet<string> = new Set(
  `Aaron Adam Adrian Ahmed Alan Albert Alejandro Alexander Alfred Ali Andreas Andrew Andrzej Andy Angus Anthony Antonio Arthur Ben Benjamin
  Bernard Bernie Bill Bob Boris Brian Bruce Carl Carlos Cedric Charles Chris Christian Christoph Christopher Colin Craig Dan Daniel
  Dave David Dennis Derek Diego Dieter Dmitry Dominic Don Donald Douglas Duncan Ed Eddie Edward Emil Emmanuel Enrique Eric Ernest
  Ethan Eugene Felix Fernando Francis Francois Frank Franz Fred Frederick Gareth Gary Geoffrey George Gerald Gerhard Giovanni Glenn Gordon
  Graham Greg Gregory Guido Gustav Guy Hans Harold Harry Harvey Heinz Henri Henry Herbert Howard Hugh Hugo Ian Igor Isaac Ivan Jack Jacob
  Jacques Jake James Jan Jason Javier Jean-Claude Jeff Jeffrey Jeremy Jerry Jim Joe Joel Joachim Johan Johannes John Jon Jonas Jonathan Jorge
  Jose Joseph Josh Joshua Juan Justin Karl Keith Keir Kenneth Kevin Klaus Kurt Larry Lars Laurence Lawrence Leo Leon Leonard Liam Louis Luca
  Lucas Luis Luke Malcolm Manuel Marc Marco Marcus Mario Mark Markus Martin Matt Matthew Matthias Max Michael Miguel Mike Mitch Mitt Mohammed
  Mohamed Muhammad Nathan Neil Nicholas Nick Nigel Noah Oleg Oliver Omar Oscar Otto Owen Pablo Patrick Paul Pavel Pedro Peter Philip Phil
  Pierre Rafael Ralph Ray Raymond Reinhard Ricardo Richard Rick Rob Robert Roberto Robin Roger Roland Ron Ronald Ross Rudolf Rupert Russell
  Ryan Samuel Scott Sean Sebastian Sergei Sergio Simon Stanley Stefan Stephen Steve Steven Stuart Ted Terry Thomas Tim Timothy Tobias
  Todd Tom Tomas Tony Trevor Victor Vincent Vladimir Walter Warren Wayne Wes Wilhelm William Wolfgang Yusuf`.split(
    /\s+/,
  ),
)
